export type System = "windows" | "macos" | "linux";

/** The system that the browser names in its user agent; undefined where it is another, such as ChromeOS, which shows notifications itself. */
export function systemOf(userAgent: string): System | undefined {
  if (/Windows/.test(userAgent)) return "windows";
  if (/Macintosh|Mac OS X/.test(userAgent)) return "macos";
  return /Linux/.test(userAgent) && !/Android|CrOS/.test(userAgent) ? "linux" : undefined;
}
