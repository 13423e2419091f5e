/** What a script shows in the spreadsheet: menus, sidebars, dialogs. */
import { call, exception, facts, mismatch } from '../../runtime/guest/bridge.ts';
import { enumeration, enumMember, strict } from '../../runtime/guest/strict.ts';
import { pageOf } from '../html/guest.ts';

type Ui = GoogleAppsScript.Base.Ui;
type Menu = GoogleAppsScript.Base.Menu;
type MenuItem = { caption: string; function: string } | 'separator';

/** Executions that no open spreadsheet belongs to. */
const WITHOUT_UI = ['time', 'form'];

const menus = new WeakMap<object, { name: string; items: MenuItem[] }>();

function createMenu(name: string): Menu {
  const items: MenuItem[] = [];
  const menu: Menu = strict<Menu>('Ui.Menu', {
    addItem: (...args: unknown[]) => {
      const [caption, handler] = args;
      if (typeof caption !== 'string' || typeof handler !== 'string') throw mismatch('Ui.Menu.addItem', args);
      items.push({ caption, function: handler });
      return menu;
    },
    addSeparator: () => {
      items.push('separator');
      return menu;
    },
    // The page has one level of menu: a submenu's entries follow, each with the submenu's name before it.
    addSubMenu: (submenu: Menu) => {
      const known = menus.get(submenu);
      if (!known) throw mismatch('Ui.Menu.addSubMenu', [submenu]);
      const entries = known.items.map((item) =>
        item === 'separator' ? item : { ...item, caption: `${known.name} › ${item.caption}` },
      );
      items.push('separator', ...entries);
      return menu;
    },
    addToUi: () => call('Ui.Menu.addToUi', name, items),
  });
  menus.set(menu, { name, items });
  return menu;
}

function menuOf(...args: unknown[]): Menu {
  const [caption] = args;
  if (args.length !== 1 || typeof caption !== 'string') throw mismatch('Ui.createMenu', args);
  return createMenu(caption);
}

/** `alert(prompt)`, `alert(prompt, buttons)` and `alert(title, prompt, buttons)`; answered as if agreed to. */
function alert(...args: unknown[]): GoogleAppsScript.Base.Button {
  const texts = args.filter((arg) => typeof arg === 'string');
  const [buttons] = args.slice(texts.length);
  if (texts.length < 1 || texts.length > 2 || args.length > texts.length + 1) throw mismatch('Ui.alert', args);
  const [title, prompt] = texts.length === 2 ? texts : ['', texts[0]];
  call('Ui.alert', title, prompt);
  return enumMember(String(buttons ?? 'OK').startsWith('YES') ? 'YES' : 'OK');
}

/** The title that is given here stands above the dialog, whatever the page's own is. */
const showDialog =
  (method: string) =>
  (...args: unknown[]): void => {
    const [content, title] = args;
    const page = pageOf(content);
    if (!page || typeof title !== 'string' || args.length !== 2) throw mismatch(method, args);
    call(method, { ...page, title });
  };

/** @throws Exception in executions without an open spreadsheet, as Google */
export function createUi(): Ui {
  if (WITHOUT_UI.includes(facts().source)) throw exception('Cannot call SpreadsheetApp.getUi() from this context.');
  return strict<Ui>('Ui', {
    Button: enumeration('Ui.Button', ['CLOSE', 'OK', 'CANCEL', 'YES', 'NO']),
    ButtonSet: enumeration('Ui.ButtonSet', ['OK', 'OK_CANCEL', 'YES_NO', 'YES_NO_CANCEL']),
    createMenu: menuOf,
    alert,
    showSidebar: (...args: unknown[]) => {
      const page = pageOf(args[0]);
      if (!page || args.length !== 1) throw mismatch('Ui.showSidebar', args);
      call('Ui.showSidebar', page);
    },
    showModalDialog: showDialog('Ui.showModalDialog'),
    showModelessDialog: showDialog('Ui.showModelessDialog'),
  });
}
