/** A refusal that a person can act on. Everything else that is thrown is a bug and is logged with its stack. */

export class GalatPengguna extends Error {
  constructor(pesan: string) {
    super(pesan);
    this.name = 'GalatPengguna';
  }
}

/** The header row no longer has what the schema says. Writing stops until it is repaired. */
export const galatTajuk = (tab: string, hilang: readonly string[]): GalatPengguna =>
  new GalatPengguna(
    `Tajuk kolom ${hilang.map((id) => `"${id}"`).join(', ')} di tab "${tab}" hilang, berganti nama, atau kembar. Penulisan dihentikan agar data tidak salah kolom. Pulihkan lewat menu Usulan PBI > Perbaiki register.`,
  );
