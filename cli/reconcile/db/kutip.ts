/** Names and texts as SQL writes them. */

export const kutipNama = (nama: string): string => `"${nama.replace(/"/g, '""')}"`;
export const kutipTeks = (teks: string): string => `'${teks.replace(/'/g, "''")}'`;
