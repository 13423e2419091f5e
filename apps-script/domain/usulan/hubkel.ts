/** Position in the family as the participation formats name it. */
export const HUBKEL: readonly string[] = ['Peserta', 'Suami', 'Istri', 'Anak', 'Tambahan'];
