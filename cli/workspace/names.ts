/** Names of files that the Workspace itself makes. */

/** The office's spreadsheet, to which the script is bound. */
export const REGISTER_NAME = 'Register PBI';
