/** The four checks of an officer, as the sidebar sends them. */
export const SEMUA_CEK = {
  cek_kependudukan: 'Padan',
  cek_dtks: 'Terdaftar desil 1-5',
  cek_pbi_jk: 'Tidak terdaftar',
  cek_pbi_apbd: 'Tidak terdaftar',
};
