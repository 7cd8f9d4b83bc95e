/** What a language does otherwise than the tests would have it. One that is not here does nothing so. */
export interface OwnWays {
  /** Keys of texts that are as in English, beside those that are so in others. */
  alike?: readonly string[];
  /** Keys of texts that are much longer than in English, and have room for it. */
  longer?: readonly string[];
  /** What its texts do not hold: quotation marks and dots of other languages. */
  wrongMarks?: RegExp;
}

export const OWN_WAYS: Record<string, OwnWays> = {
  en: { wrongMarks: /["„]|\.\.\./ },
  de: { longer: ["unmute", "unmute_of"], wrongMarks: /["“](?=\w)|[^„]”|\.\.\./ },
};

/** Names, units, and texts that only put values one after another: any language may have them as English does. */
export const MAY_BE_ALIKE: readonly string[] = [
  "extensionName",
  "kind_paper",
  "lookup_placeholder",
  "unit_megabytes",
  "version",
  "add_placeholder",
  "cite_bibtex",
  "cite_link",
  "cite_markdown",
  "column_mailing",
  "filter_mailing",
  "inbox_by_mailing",
  "inbox_by_paper",
  "library_mailings",
  "library_papers",
  "mailing_title",
  "search_placeholder",
  "amount",
  "counted",
  "filter_with_value",
  "library_page_title",
  "job_counts",
  "doubt_instead",
  "form_count",
  "notification_because",
  "notification_line",
  "notification_titled",
  "preview",
  "reason_of_list",
  "reason_paper",
  "steps_firefox",
  "watch_paper",
  "watch_rule",
  "watch_found_on",
  "work",
  "lane_answers",
];
