/** Lets every processor take part in what is done with few rows. */

/**
 * A relation whose rows are handed out by the thousand. Of a table the database gives 122,880 rows to one processor, so most
 * of a batch would be compared by one while the others wait.
 * @param dari a query
 */
export const serentak = (dari: string): string => `(WITH serentak AS MATERIALIZED (${dari}) FROM serentak)`;
