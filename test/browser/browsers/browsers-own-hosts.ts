const OWN = /(^|\.)(google\.com|googleapis\.com|gvt1\.com|gstatic\.com|mozilla\.(com|org|net)|firefox\.com|microsoft\.com|msn\.com|bing\.com):\d+$/;

/** True for a host ("accounts.google.com:443") that a browser asks on its own account whatever extensions it has. */
export function isBrowsersOwn(host: string): boolean {
  return OWN.test(host);
}
