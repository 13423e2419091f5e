/** The words that a field of a request may have. Anything else is refused in Google's sentence, which names the type. */

const words = (text: string): readonly string[] => text.split(' ');

export const ENUMS: Record<string, readonly string[]> = {
  Dimension: words('ROWS COLUMNS'),
  'MergeCellsRequest.MergeType': words('MERGE_ALL MERGE_COLUMNS MERGE_ROWS'),
  PasteType: words(
    'PASTE_NORMAL PASTE_VALUES PASTE_FORMAT PASTE_NO_BORDERS PASTE_FORMULA PASTE_DATA_VALIDATION PASTE_CONDITIONAL_FORMATTING',
  ),
  PasteOrientation: words('NORMAL TRANSPOSE'),
  SortOrder: words('ASCENDING DESCENDING'),
  SheetType: words('GRID OBJECT DATA_SOURCE'),
  'TextToColumnsRequest.DelimiterType': words('COMMA SEMICOLON PERIOD SPACE CUSTOM AUTODETECT'),
  ConditionType: words(
    'NUMBER_GREATER NUMBER_GREATER_THAN_EQ NUMBER_LESS NUMBER_LESS_THAN_EQ NUMBER_EQ NUMBER_NOT_EQ NUMBER_BETWEEN ' +
      'NUMBER_NOT_BETWEEN TEXT_CONTAINS TEXT_NOT_CONTAINS TEXT_STARTS_WITH TEXT_ENDS_WITH TEXT_EQ TEXT_IS_EMAIL ' +
      'TEXT_IS_URL DATE_EQ DATE_BEFORE DATE_AFTER DATE_ON_OR_BEFORE DATE_ON_OR_AFTER DATE_BETWEEN DATE_NOT_BETWEEN ' +
      'DATE_IS_VALID ONE_OF_RANGE ONE_OF_LIST BLANK NOT_BLANK CUSTOM_FORMULA BOOLEAN TEXT_NOT_EQ DATE_NOT_EQ ' +
      'FILTER_EXPRESSION',
  ),
  RelativeDate: words('PAST_YEAR PAST_MONTH PAST_WEEK YESTERDAY TODAY TOMORROW'),
  NumberFormatType: words('TEXT NUMBER PERCENT CURRENCY DATE TIME DATE_TIME SCIENTIFIC'),
  HorizontalAlign: words('LEFT CENTER RIGHT'),
  VerticalAlign: words('TOP MIDDLE BOTTOM'),
  WrapStrategy: words('OVERFLOW_CELL LEGACY_WRAP CLIP WRAP'),
  TextDirection: words('LEFT_TO_RIGHT RIGHT_TO_LEFT'),
  HyperlinkDisplayType: words('LINKED PLAIN_TEXT'),
  Style: words('DOTTED DASHED SOLID SOLID_MEDIUM SOLID_THICK NONE DOUBLE'),
  ThemeColorType: words('TEXT BACKGROUND ACCENT1 ACCENT2 ACCENT3 ACCENT4 ACCENT5 ACCENT6 LINK'),
  InterpolationPointType: words('MIN MAX NUMBER PERCENT PERCENTILE'),
  DeveloperMetadataVisibility: words('DOCUMENT PROJECT'),
  DeveloperMetadataLocationType: words('ROW COLUMN SHEET SPREADSHEET OBJECT'),
  DeveloperMetadataLocationMatchingStrategy: words('EXACT_LOCATION INTERSECTING_LOCATION'),
  ValueRenderOption: words('FORMATTED_VALUE UNFORMATTED_VALUE FORMULA'),
  DateTimeRenderOption: words('SERIAL_NUMBER FORMATTED_STRING'),
  ValueInputOption: words('RAW USER_ENTERED INPUT_VALUE_OPTION_UNSPECIFIED'),
  InsertDataOption: words('OVERWRITE INSERT_ROWS'),
};

/** The type as Google's errors name it. */
export const enumType = (name: string): string => `type.googleapis.com/google.apps.sheets.v4.${name}`;
