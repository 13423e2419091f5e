/** The release that this script came with; the build puts it in from package.json. */
declare const VERSI_RILIS: string;

/** As in `pbi --version` and at the foot of the panels, e.g. `0.2.0`. */
export const versiRilis = (): string => VERSI_RILIS;
