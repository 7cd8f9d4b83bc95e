/** What the files for people say of the feed. */
export interface AboutFeed {
  publisher: string;
  /** Where it lies: "https://scout.example/paperscout/"; absent where the scout was not told. */
  folder?: string | undefined;
  /** The address to subscribe to. */
  subscription?: string | undefined;
  /** When it was written, and until when silence is no wonder (epoch ms). */
  at: number;
  expires: number;
  waitMinutes: number;
}
