/** Commander's own words in Indonesian: headings, defaults and the complaints about wrong arguments. */
import { type Argument, type Command, type CommanderError, Help, type HelpConfiguration, type Option } from 'commander';

const TITLES: Record<string, string> = {
  'Usage:': 'Pemakaian:',
  'Options:': 'Pilihan:',
  'Arguments:': 'Argumen:',
  'Commands:': 'Perintah:',
};

const words = (text: string): string => text.replace('[options]', '[pilihan]').replace('[command]', '[perintah]');

const HELP: HelpConfiguration = {
  styleTitle: (title) => TITLES[title] ?? title,
  styleUsage: words,
  subcommandTerm: (command) => words(Help.prototype.subcommandTerm.call(new Help(), command)),
  optionDescription: described,
  argumentDescription: described,
};

function described({ description, argChoices, defaultValue }: Option | Argument): string {
  const extra = [
    ...(argChoices ? [`pilihan: ${argChoices.join(', ')}`] : []),
    ...(defaultValue === undefined || typeof defaultValue === 'boolean' ? [] : [`bawaan: ${defaultValue}`]),
  ];
  return extra.length > 0 ? `${description} (${extra.join('; ')})` : description;
}

/** Makes a command and those below it speak Indonesian, and throw instead of ending the process. Call it last. */
export function speakIndonesian(command: Command): void {
  command
    .helpOption('-h, --help', 'tampilkan bantuan')
    .configureHelp(HELP)
    .configureOutput({ outputError: () => undefined })
    .exitOverride();
  if (command.commands.length > 0) command.helpCommand('help [perintah]', 'tampilkan bantuan sebuah perintah');
  for (const below of command.commands) speakIndonesian(below);
}

const COMPLAINTS: Record<string, string> = {
  'commander.unknownOption': 'pilihan tidak dikenal',
  'commander.unknownCommand': 'perintah tidak dikenal',
  'commander.optionMissingArgument': 'pilihan ini perlu nilai',
  'commander.missingMandatoryOptionValue': 'pilihan ini wajib diisi',
  'commander.missingArgument': 'argumen ini wajib diisi',
  'commander.excessArguments': 'argumen terlalu banyak',
  'commander.invalidArgument': 'nilai tidak sah',
  'commander.conflictingOption': 'pilihan ini tidak dapat dipakai bersama',
};

/** What is wrong with the arguments and where help is; the name and value in question stay as they were typed. */
export function complaint(error: CommanderError): string {
  const what = COMPLAINTS[error.code] ?? 'argumen tidak sah';
  const names = [...error.message.matchAll(/'([^']*)'/g)].map(([, name]) => name);
  const named = names.join(/ is invalid for argument /.test(error.message) ? ' untuk ' : ' ');
  // What a command's own parser says, which is Indonesian, follows Commander's sentence.
  const [, own = ''] = /is invalid(?: for argument '[^']*')?\. (.*)$/s.exec(error.message) ?? [];
  const [, choices] = /^Allowed choices are (.*)\.$/s.exec(own) ?? [];
  const reason = choices === undefined ? own : `Yang boleh: ${choices}.`;
  return `${[`${what}${named ? `: ${named}` : ''}`, reason].filter((part) => part !== '').join('. ')}\nLihat: pbi --help`;
}
