/** Patterns that forms ask for before an answer is taken, with the sentence that says what is wrong. */

const SURUH_16 = 'terdiri dari 16 angka tanpa spasi, titik, atau huruf. Lihat KTP-el atau KK.';

export const POLA_NIK = { regex: '[0-9]{16}', salah: `NIK ${SURUH_16}` };
export const POLA_KK = { regex: '[0-9]{16}', salah: `Nomor KK ${SURUH_16}` };
export const POLA_HP = {
  regex: '(\\+?62|0)[0-9 .-]{7,15}',
  salah: 'Nomor HP dimulai dengan 08, 62, atau +62, misalnya 0812 3456 7890.',
};
export const POLA_RT = { regex: '[0-9]{1,3}', salah: 'RT ditulis dengan 1 sampai 3 angka.' };
export const POLA_RW = { regex: '[0-9]{1,3}', salah: 'RW ditulis dengan 1 sampai 3 angka.' };
export const POLA_KARTU = {
  regex: '[0-9]{13}',
  salah: 'Nomor kartu JKN terdiri dari 13 angka. Kosongkan bila tidak tahu.',
};
export const POLA_KODE_POS = { regex: '[0-9]{5}', salah: 'Kode pos terdiri dari 5 angka.' };
export const POLA_TIKET_FORMULIR = {
  regex: ' *[A-Za-z]{3}-[A-Za-z]-[0-9]{4}-[0-9]{6} *',
  salah: 'Tulis nomor tiket lengkap, misalnya BGR-U-2026-000123.',
};
