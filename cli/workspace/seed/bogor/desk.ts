/** The gestures of Kota Bogor's offices in a local Workspace, each with its own spreadsheet. */
import { officeFiles } from '../../office-files.ts';
import type { User } from '../../users.ts';
import type { Workspace } from '../../workspace.ts';
import type { Done } from '../desk.ts';
import { type FieldAnswers, gesturesOf, letters } from '../gestures.ts';
import type { PracticeProposal } from './steps.ts';

/** What the panel of batches tells. */
interface BatchPanel {
  total: { hash: string };
}

interface Case {
  n: number;
  proposal: PracticeProposal;
}

const WIB_MS = 7 * 3_600_000;
const ROUTES = ['BGR-U', 'BGR-M'];

/** Instants in WIB as people write dates. */
const isoDay = (instant: number): string => new Date(instant + WIB_MS).toISOString().slice(0, 10);
const shownDay = (instant: number): string => isoDay(instant).split('-').reverse().join('/');

/** @throws Error from every gesture that the office refuses */
export function openMonthlyDesk(workspace: Workspace) {
  const { clock, users, scripts } = workspace;
  const { table, somebody, type, locate, send, call, tick, passTo } = gesturesOf(workspace);
  const files = () => officeFiles(scripts.properties());
  const register = files().spreadsheets['register'] ?? '';
  const book = (name: string): string => files().spreadsheets[name] ?? '';
  const tickets = new Map<number, string>();
  const ticketOf = (n: number): string => {
    const ticket = tickets.get(n);
    if (!ticket) throw new Error(`practice case ${n} was not sent yet`);
    return ticket;
  };

  const typeCell = async (user: User, id: string, tab: string, ticket: string, column: string, values: string[]) =>
    type(user, id, locate(id, tab, ticket).address(column), [values]);

  const press = async (n: number, action: string, reason: string, values: Record<string, string> = {}) => {
    const ticket = ticketOf(n);
    const { address, text } = locate(register, 'Kasus', ticket);
    const request = { tiket: ticket, baris: 0, versi: text('versi'), aksi: action, alasan: reason, isi: values };
    const range = address('tiket').split('!')[1] ?? 'A2';
    const done = (await call('panelTindakan', [request], somebody('dinsos'), register, range)) as Done;
    if (done.jenis !== 'selesai')
      throw new Error(`practice case ${n}, ${action}: ${done.sebab?.join(' ') ?? done.jenis}`);
  };

  return {
    tick,
    passTo,
    sent: (n: number): boolean => tickets.has(n),
    facilities(): string[] {
      const [header = [], ...rows] = table(register, 'Faskes');
      return rows
        .filter((row) => row[header.indexOf('jenis')] === 'Puskesmas')
        .map((row) => row[header.indexOf('nama')] ?? '');
    },
    async ignoreWarnings(code: string) {
      const cell = locate(register, 'Pengaturan', 'abaikan_peringatan', 'kunci').address('nilai');
      await type(users.owner, register, cell, [[code]]);
    },
    async send(n: number, answers: FieldAnswers, sender: User) {
      const response = await send(files().forms['usulan'], answers, { respondentEmail: sender.email });
      tickets.set(n, locate(register, 'Kasus', response.id, 'id_respons').text('tiket'));
    },
    /** Disdukcapil answers what it is asked in its own spreadsheet. */
    async registry(cases: readonly Case[]) {
      const user = somebody('disdukcapil');
      for (const { n, proposal } of cases) {
        if (proposal.dukcapil === undefined) continue;
        await typeCell(user, book('disdukcapil'), 'Pemadanan', ticketOf(n), 'hasil', [proposal.dukcapil]);
      }
    },
    /** Dinsos enters the other three checks. */
    async check(cases: readonly Case[]) {
      for (const { n, proposal } of cases) {
        if (proposal.dtks === undefined) continue;
        const values = { cek_dtks: proposal.dtks, cek_pbi_jk: 'Tidak terdaftar', cek_pbi_apbd: 'Tidak terdaftar' };
        await press(n, 'PERIKSA', '', values);
      }
    },
    async decide(cases: readonly Case[]) {
      for (const { n, proposal } of cases) {
        const { decision } = proposal;
        if (decision)
          await press(n, decision.action, decision.reason, decision.code ? { kode_kembali: decision.code } : {});
      }
    },
    /** What is clean passes; two officers close the batch of each route. */
    async closeBatches() {
      const period = isoDay(clock.now()).slice(0, 7);
      for (const route of ROUTES) await closeBatch(route, period);
    },
    /** Dinkes says in its own spreadsheet that it has sent the files on. */
    async forwardBatches() {
      await tick();
      const [header = [], ...rows] = table(book('dinkes'), 'Batch');
      const column = letters(header.indexOf('dikirim'));
      for (const [index] of rows.entries())
        await type(somebody('dinkes'), book('dinkes'), `'Batch'!${column}${index + 2}`, [['sudah']]);
      await tick();
    },
    async answerOfBpjs(cases: readonly Case[]) {
      const start = shownDay(clock.now() + 5 * 86_400_000);
      for (const { n, proposal } of cases) {
        if (!proposal.bpjs) continue;
        const { result, note = '' } = proposal.bpjs;
        const cells = [result, note, result === 'berhasil' ? start : ''];
        await typeCell(somebody('bpjs'), book('bpjs'), 'Usulan Bulanan', ticketOf(n), 'hasil', cells);
      }
    },
    /** Kelurahan report what became of the cards. */
    async cards(cases: readonly Case[]) {
      for (const { n, proposal } of cases) {
        for (const report of proposal.card ?? []) {
          const area = locate(register, 'Kasus', ticketOf(n)).text('kode_wilayah');
          const sender = users.list().find((user) => user.area === area && user.role === 'kelurahan') ?? users.owner;
          const answers = { tiket: ticketOf(n), tanggal: isoDay(clock.now()), ...report };
          await send(files().forms['kis'], answers, { respondentEmail: sender.email });
        }
      }
    },
  };

  /** One officer lets what is clean pass, rolls on what nobody has decided, and asks; another agrees. */
  async function closeBatch(rute: string, periode: string): Promise<void> {
    const step = async (aksi: string, turn: number, more: object = {}) => {
      const request = { rute, periode, aksi, alasan: '', hash: '', ...more };
      const done = (await call('batchTindakan', [request], somebody('dinsos', turn), register)) as Done;
      return done.jenis === 'selesai' ? '' : (done.sebab?.join(' ') ?? done.jenis);
    };
    // Refused when nothing is left to decide: that is no mistake here.
    await step('LOLOSKAN', 0);
    await step('GULIRKAN', 0, { alasan: 'Belum selesai diperiksa' });
    const panel = (await call('batchBuka', [{ rute, periode }], somebody('dinsos'), register)) as BatchPanel;
    const refused = (await step('AJUKAN', 0, { hash: panel.total.hash })) || (await step('SETUJUI', 1));
    if (refused !== '') throw new Error(`practice batch ${rute} ${periode}: ${refused}`);
  }
}
