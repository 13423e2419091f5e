/** What a reconciliation needs of the register: a few columns of the cases, the reasons and the settings. */
import { createHash } from 'node:crypto';
import type { AlasanKantor } from '#domain/hasil/kode-alasan.ts';
import type { Pengaturan } from '#domain/pengaturan/pengaturan.ts';
import { type KasusRekon, KOLOM_DIPAKAI } from '#usecase/rekonsiliasi/bentuk.ts';
import { EXIT, UserError } from '../errors.ts';
import { readSettings } from '../google/settings.ts';
import { readColumns, readTab } from '../google/tab.ts';
import type { Office } from '../google/target.ts';

/** A row of the tab `Alasan` with its advice. */
export interface AlasanRekap extends AlasanKantor {
  readonly tindakLanjut: string;
}

export interface IsiRegister {
  readonly kasus: readonly KasusRekon[];
  /** SHA-256 of what was read. */
  readonly sidik: string;
  readonly alasan: readonly AlasanRekap[];
  readonly pengaturan: Pengaturan;
}

/** @throws UserError code 7 for people of other units: the register is not theirs to read */
export async function readRegister(office: Office, buku: string): Promise<IsiRegister> {
  const pengaturan = await readSettings(office);
  if (!pengaturan) throw new UserError(EXIT.auth, `Peran ${office.role} tidak dapat menjalankan perintah ini.`);
  const [kasus, alasan] = await Promise.all([readKasus(office, buku), readTab(office, buku, 'Alasan')]);
  return {
    kasus,
    sidik: createHash('sha256').update(JSON.stringify(kasus)).digest('hex'),
    alasan: alasan.map((satu) => ({
      kode: satu['kode'] ?? '',
      untuk: satu['untuk'] ?? '',
      teks: satu['teks'] ?? '',
      pola: satu['pola'] ?? '',
      tindakLanjut: satu['tindak_lanjut'] ?? '',
    })),
    pengaturan,
  };
}

async function readKasus(office: Office, buku: string): Promise<KasusRekon[]> {
  const semua: KasusRekon[] = await readColumns(office, buku, 'Kasus', KOLOM_DIPAKAI);
  return semua.filter(({ tiket }) => tiket !== '');
}
