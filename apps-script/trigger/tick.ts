/**
 * The one scheduled function, every five minutes. It asks what is due; late, repeated or missed ticks change nothing.
 * With nothing to do it costs four service calls.
 */
import { idTab } from '#domain/kolom/tab.ts';
import { kurangDari, parseWaktu, tambahMenit, type Waktu } from '#domain/waktu/waktu.ts';
import { spreadsheets } from '../google/layanan.ts';
import { GalatAkunLain } from '../google/pemicu-akun.ts';
import { bukaRegister, KOLOM_DETAK, type Terbuka } from '../google/register.ts';
import { kelurahanTanpaBuku } from '../setup/buku-kelurahan.ts';
import { susulFormulir } from '../setup/segarkan-formulir.ts';
import { isKantor, isMenunggu, jalankanAntrean } from './antrean.ts';
import { lanjutkanBatch } from './batch.ts';
import { segarkanBerbagiBpjs } from './berbagi.ts';
import { segarkanBerbagiLain } from './berbagi-lain.ts';
import { bulanan } from './bulanan.ts';
import { denyutKembali } from './denyut.ts';
import { harian } from './harian.ts';
import { coba, denganKunci } from './jaga.ts';
import { pantauJam } from './pantau.ts';
import { bacaPerintahBerbagi } from './perintah-berbagi.ts';
import { jalankanKantor, pulihkanDiminta } from './perintah-kantor.ts';
import { saatPemicu } from './saat-pemicu.ts';
import { sapuFormulir } from './sapu.ts';
import { kirimSurat } from './surat.ts';
import { susulTertahan } from './tertahan.ts';

/** Handler of the clock trigger. One step that fails does not keep the others from running. */
export function tick(e?: GoogleAppsScript.Events.TimeDriven): void {
  saatPemicu('tick', e, () => {
    const { awal, laporan } = bukaTick();
    const gagal: unknown[] = [];
    let bekerja = false;
    const langkah = (kerja: () => boolean) => {
      try {
        bekerja = kerja() || bekerja;
      } catch (galat) {
        gagal.push(galat);
      }
    };
    langkah(() => denyutKembali(awal.potret));
    langkah(() => sapuFormulir(awal));
    langkah(() => susulTertahan(awal));
    langkah(() => antrean(awal));
    langkah(() => bacaPerintahBerbagi(awal));
    langkah(() => lanjutkanBatch(bekerja ? bukaRegister() : awal));
    langkah(() => pantauDue(awal));
    langkah(() => harian(awal));
    langkah(() => bulanan(awal, awal.isi[1]));
    // The steps before may have queued mail and changed proposed cases.
    const penanda = () => (bekerja ? bukaRegister() : awal).potret.sistem;
    langkah(() => Number(penanda().surat_menunggu || '0') > 0 && kirimSurat() > 0);
    langkah(() => penanda().formulir_tertinggal === 'ya' && denganKunci(susulFormulir));
    langkah(() => bpjsPerlu(penanda().bpjs_tertinggal ?? '', awal) && segarkanBerbagiBpjs() !== '');
    langkah(() => berbagiPerlu(penanda().berbagi_tertinggal ?? '', awal) && segarkanBerbagiLain(awal));
    denyutkan(awal);
    // Last: however long they take, the work of the office is done.
    langkah(() => perintahKantor(awal, laporan));
    if (gagal.length > 0) throw gagal[0];
  });
}

/** A register that lost a tab or a header cannot be opened, but an administrator's waiting command can repair it. */
function bukaTick(): { awal: Terbuka; laporan: string[] } {
  const buka = () =>
    bukaRegister([
      { tab: 'Antrean', kolom: ['id', 'keadaan', 'jenis'] },
      { tab: 'Jadwal', kolom: ['kunci'] },
    ]);
  try {
    return { awal: buka(), laporan: [] };
  } catch (galat) {
    if (galat instanceof GalatAkunLain) throw galat;
    const laporan = coba('pulihkanDiminta', pulihkanDiminta);
    if (!laporan) throw galat;
    return { awal: buka(), laporan };
  }
}

const menunggu = (terbuka: Terbuka, kantor: boolean): number[] =>
  (terbuka.isi[0]?.baris ?? [])
    .filter((satu) => isMenunggu(satu) && isKantor(satu) === kantor)
    .map((satu) => satu.nomor);

function antrean(terbuka: Terbuka): boolean {
  const nomor = menunggu(terbuka, false);
  return nomor.length > 0 && jalankanAntrean(nomor, Date.now() + LAMA_ANTREAN_MS) > 0;
}

function perintahKantor(terbuka: Terbuka, laporan: string[]): boolean {
  const nomor = menunggu(terbuka, true);
  return nomor.length > 0 && jalankanKantor(nomor, laporan);
}

/** Commands are worked off this long; what is left waits for the next tick, because other work is due as well. */
const LAMA_ANTREAN_MS = 120_000;

/** `ya`, or the time at which BPJS's spreadsheet is to be looked at again. */
const bpjsPerlu = (penanda: string, { potret }: Terbuka): boolean =>
  penanda === 'ya' || (penanda !== '' && !kurangDari(potret.kini, penanda as Waktu));

/** Books that have fallen behind, or that a kelurahan with a new officer still lacks. */
const berbagiPerlu = (penanda: string, { potret }: Terbuka): boolean =>
  penanda !== '' || kelurahanTanpaBuku(potret).length > 0;

function pantauDue({ potret }: Terbuka): boolean {
  const berikut = potret.sistem.pantau_berikutnya ?? '';
  return berikut !== '' && !kurangDari(potret.kini, berikut as Waktu) && pantauJam();
}

/** Written this seldom: a quiet tick shall cost little, and only a gap of many hours is worth a word (S-31). */
const MENIT_DETAK = 55;

/** The heartbeat: when a tick has ended its work. It stands in the header row, so it was read with the markers. */
function denyutkan({ potret, letak }: Terbuka): void {
  const dulu = parseWaktu(potret.sistem.detak ?? '');
  if (dulu && kurangDari(dulu, potret.kini) && kurangDari(potret.kini, tambahMenit(dulu, MENIT_DETAK))) return;
  const detak = { userEnteredValue: { stringValue: potret.kini } };
  const start = { sheetId: idTab('Sistem'), rowIndex: 0, columnIndex: KOLOM_DETAK };
  const requests = [{ updateCells: { start, rows: [{ values: [detak] }], fields: 'userEnteredValue' } }];
  spreadsheets().batchUpdate({ requests }, letak.idBuku);
}
