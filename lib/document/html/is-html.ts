/** Where a document that is one shows it. */
const HEAD = 4096;
const MARKUP =
  /<(?:!doctype|!--|\?xml|html|head|body|meta|title|link|style|script|h[1-6]|p|div|table|pre|center|address|dl|ul|ol|a|b|i|font|br|hr|span|header|main|article|section)\b/i;

/** Whether text is HTML, by the tags that any has at its head. */
export function isHtml(text: string): boolean {
  return MARKUP.test(text.slice(0, HEAD));
}
