/** What stands before the columns of the file in the report of its rows, so that a corrected report finds its rows again. */
export const REPORT_ROW = "turnout_row";
export const REPORT_COLUMNS = [REPORT_ROW, "turnout_columns", "turnout_codes", "turnout_reasons"] as const;
