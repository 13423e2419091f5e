/** What the bundle noted of the files that it made: ids of its spreadsheets, forms and questions, in script properties. */

export interface OfficeFiles {
  readonly spreadsheets: Readonly<Record<string, string>>;
  /** `items`: the item that asks for a field. */
  readonly forms: Readonly<Record<string, { readonly id: string; readonly items: Readonly<Record<string, number>> }>>;
}

const PROPERTY = 'KANTOR';

/** @param properties `KANTOR`, and `KANTOR_<code>` with the spreadsheets of the kelurahan of one kecamatan each */
export function officeFiles(properties: Readonly<Record<string, string>>): OfficeFiles {
  const { [PROPERTY]: noted = '{}', ...others } = properties;
  const { spreadsheets = {}, forms = {} } = JSON.parse(noted) as Partial<OfficeFiles>;
  const books = Object.entries(others)
    .filter(([name]) => name.startsWith(`${PROPERTY}_`))
    .map(([, text]) => JSON.parse(text) as Record<string, string>);
  return { spreadsheets: Object.assign({}, spreadsheets, ...books) as Record<string, string>, forms };
}
