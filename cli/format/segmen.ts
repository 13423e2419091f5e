/** A column of the template beside those of Format 37: BPJS does not ask where a person comes from, the SOP does (BGR-08). */
export const JUDUL_SEGMEN = 'Segmen Asal';
