export const LISTING_HOST_URL = "https://www.open-std.org/";

/** The address of the listing of this year. */
export function listingUrl(year: number): string {
  return `${LISTING_HOST_URL}jtc1/sc22/wg21/docs/papers/${year}/`;
}
