/** The offices that a local Workspace can play, with the (invented) people who sign in there. */
import type { User } from './users.ts';
import type { Workspace } from './workspace.ts';

export type Profile = Workspace['profile'];

/** The first user of each office owns the register, the form and the triggers. */
const PEOPLE: Record<Profile, readonly User[]> = {
  bantul: [
    { email: 'sistem.pbi@bantul.test', role: 'admin', name: 'Akun Sistem Dinsos Bantul' },
    { email: 'verifikator.dinsos@bantul.test', role: 'dinsos', name: 'Verifikator Dinsos Bantul' },
    { email: 'loket.dinsos@bantul.test', role: 'dinsos', name: 'Petugas Loket Dinsos Bantul' },
    { email: 'pelayanan.dinsos@bantul.test', role: 'loket', name: 'Bagian Pelayanan Dinsos Bantul' },
    { email: 'pic.rsud@rumahsakit.test', role: 'pic', name: 'PIC Rumah Sakit Satu' },
    { email: 'pic.swasta@rumahsakit.test', role: 'pic', name: 'PIC Rumah Sakit Dua' },
    { email: 'kepesertaan@bpjs.test', role: 'bpjs', name: 'Petugas Kepesertaan BPJS' },
  ],
  'kota-bogor': [
    { email: 'sistem.pbi@kotabogor.test', role: 'admin', name: 'Akun Sistem Dinsos Kota Bogor' },
    { email: 'verifikator.dinsos@kotabogor.test', role: 'dinsos', name: 'Verifikator Dinsos Kota Bogor' },
    { email: 'kabid.dinsos@kotabogor.test', role: 'dinsos', name: 'Kepala Bidang Dinsos Kota Bogor' },
    { email: 'pembiayaan.dinkes@kotabogor.test', role: 'dinkes', name: 'Petugas Dinkes Kota Bogor' },
    { email: 'kelurahan.satu@kotabogor.test', role: 'kelurahan', name: 'Petugas Kelurahan Satu', area: '3271011001' },
    { email: 'kelurahan.dua@kotabogor.test', role: 'kelurahan', name: 'Petugas Kelurahan Dua', area: '3271011002' },
    { email: 'kelurahan.tiga@kotabogor.test', role: 'kelurahan', name: 'Petugas Kelurahan Tiga', area: '3271021001' },
    { email: 'pendukung.satu@kotabogor.test', role: 'pendukung', name: 'Petugas Pendukung Satu', area: '3271011001' },
    { email: 'kecamatan.satu@kotabogor.test', role: 'kecamatan', name: 'Petugas Kecamatan Satu', area: '327101' },
    { email: 'layanan.disdukcapil@kotabogor.test', role: 'disdukcapil', name: 'Petugas Disdukcapil Kota Bogor' },
    { email: 'kepesertaan@bpjs.test', role: 'bpjs', name: 'Petugas Kepesertaan BPJS' },
  ],
};

export const PROFILES = Object.keys(PEOPLE) as Profile[];

export const peopleOf = (profile: Profile): readonly User[] => PEOPLE[profile];
