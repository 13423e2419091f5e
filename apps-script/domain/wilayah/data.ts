/**
 * Kapanewon/kecamatan and kalurahan/kelurahan of 34.02 Kabupaten Bantul and 32.71 Kota Bogor.
 *
 * Source: github.com/cahyadsn/wilayah, db/wilayah.sql (MIT licence, copyright 2017 Cahya DSN), after Kepmendagri
 * 300.2.2-2138/2025; spelling as there. Both regencies number without gaps, so the position is the code: the nth line is
 * kecamatan n, the nth name on it is kalurahan 2000 + n (desa level) or kelurahan 1000 + n.
 */

export interface DataKabupaten {
  readonly kode: string;
  readonly nama: string;
  /** What the second and third level are called here. */
  readonly label: { readonly kecamatan: string; readonly desa: string };
  /** Number before the first desa-level code: 2000 desa, 1000 kelurahan. */
  readonly awalDesa: number;
  readonly isi: string;
}

export const DATA_KABUPATEN: readonly DataKabupaten[] = [
  {
    kode: '3402',
    nama: 'Kabupaten Bantul',
    label: { kecamatan: 'Kapanewon', desa: 'Kalurahan' },
    awalDesa: 2000,
    isi: `Srandakan:Poncosari,Trimurti
Sanden:Gadingsari,Gadingharjo,Srigading,Murtigading
Kretek:Tirtomulyo,Parangtritis,Donotirto,Tirtosari,Tirtohargo
Pundong:Seloharjo,Panjangrejo,Srihardono
Bambanglipuro:Sidomulyo,Mulyodadi,Sumbermulyo
Pandak:Caturharjo,Triharjo,Gilangharjo,Wijirejo
Pajangan:Triwidadi,Sendangsari,Guwosari
Bantul:Palbapang,Ringinharjo,Bantul,Trirenggo,Sabdodadi
Jetis:Patalan,Canden,Sumberagung,Trimulyo
Imogiri:Selopamioro,Sriharjo,Wukirsari,Kebonagung,Karangtengah,Girirejo,Karangtalun,Imogiri
Dlingo:Mangunan,Muntuk,Dlingo,Temuwuh,Terong,Jatimulyo
Banguntapan:Baturetno,Banguntapan,Jagalan,Singosaren,Jambidan,Potorono,Tamanan,Wirokerten
Pleret:Wonokromo,Pleret,Segoroyoso,Bawuran,Wonolelo
Piyungan:Sitimulyo,Srimulyo,Srimartani
Sewon:Pendowoharjo,Timbulharjo,Bangunharjo,Panggungharjo
Kasihan:Bangunjiwo,Tirtonirmolo,Tamantirto,Ngestiharjo
Sedayu:Argodadi,Argorejo,Argosari,Argomulyo`,
  },
  {
    kode: '3271',
    nama: 'Kota Bogor',
    label: { kecamatan: 'Kecamatan', desa: 'Kelurahan' },
    awalDesa: 1000,
    isi: `Bogor Selatan:Batu Tulis,Bondongan,Empang,Lawanggintung,Pamoyanan,Rangga Mekar,Mulya Harja,Cikaret,Bojong Kerta,Rancamaya,Kertamaya,Harjasari,Muara Sari,Genteng,Pakuan,Cipaku
Bogor Timur:Sukasari,Baranangsiang,Katulampa,Sindangsari,Sindangrasa,Tajur
Bogor Tengah:Gudang,Paledang,Pabaton,Cibogor,Babakan,Sempur,Tegallega,Babakan Pasar,Panaragan,Ciwaringin,Kebon Kalapa
Bogor Barat:Menteng,Sindang Barang,Bubulak,Marga Jaya,Balumbang Jaya,Situ Gede,Semplak,Cilendek Barat,Cilendek Timur,Curug Mekar,Curug,Pasir Jaya,Pasir Kuda,Pasir Mulya,Gunung Batu,Loji
Bogor Utara:Bantarjati,Tegal Gundil,Kedung Halang,Ciparigi,Cibuluh,Ciluar,Tanah Baru,Cimahpar
Tanah Sareal:Tanah Sareal,Kebon Pedes,Kedung Badak,Sukaresmi,Kedung Waringin,Kedung Jaya,Sukadamai,Mekar Wangi,Kencana,Kayu Manis,Cibadak`,
  },
];

/**
 * Spellings met in the field -> official spelling, both as comparison keys (capital letters only). Variants that differ
 * only in spaces, punctuation or case need no entry.
 */
export const ALIAS: Readonly<Record<string, string>> = {
  TANAHSEREAL: 'TANAHSAREAL',
  TRIENGGO: 'TRIRENGGO',
  BALUNGBANGJAYA: 'BALUMBANGJAYA',
  KEBONKELAPA: 'KEBONKALAPA',
  TEGALEGA: 'TEGALLEGA',
  SINGASAREN: 'SINGOSAREN',
};
