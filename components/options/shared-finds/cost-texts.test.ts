import { expect, it, vi } from "vitest";
import { newFeed, type Sharing, type SubscribedFeed } from "../../../lib/store/feeds/read-feeds.ts";
import { completeSettings } from "../../../lib/terms/settings.ts";
import { speak } from "../../../test/speak.ts";
import { type CostOf, costTexts } from "./cost-texts.ts";

// Numbers are written in the language of the texts.
vi.mock("../../../lib/language/translate.ts", async () => ({ translate: (await import("../../../test/speak.ts")).speak }));

const NOW = Date.UTC(2026, 10, 22, 12);
const folder = "https://scout.example/paperscout/";
const silent: SubscribedFeed = { address: "", folder, row: undefined };
const said = { at: NOW, expires: NOW + 1, waitMinutes: 60, share: 100, publisher: "A scout", mirrors: [] };
const speaking: SubscribedFeed = { ...silent, row: { ...newFeed(folder, 0), said } };
const about = (sharing: Sharing, feeds: SubscribedFeed[], today: CostOf["today"] = { day: "2026-11-22", asked: 41 }) =>
  costTexts({ settings: completeSettings([]), sharing, feeds, today }, NOW, speak).join(" ");

it.each<[string, string, string]>([
  [
    "without a feed",
    about({ kind: "alone" }, []),
    "This browser asks isocpp.org some 1,500 times a day. With a feed it would ask only for what PaperScout is about to tell you, and look at the feed some 96 times. Today it has asked isocpp.org 41 times.",
  ],
  [
    "while a feed speaks",
    about({ kind: "shared" }, [speaking], { day: "2026-11-22", asked: 1 }),
    "This browser asks isocpp.org only for what PaperScout is about to tell you; without a feed it would ask some 1,500 times a day. It looks at its feeds some 24 times a day. Today it has asked isocpp.org once.",
  ],
  [
    "while all are silent",
    about({ kind: "silent", share: 100, since: NOW }, [silent], { day: "2026-11-21", asked: 900 }),
    "While the feeds are silent, this browser asks isocpp.org for its share, some 15 times a day; without a feed it would ask some 1,500 times. It looks at its feeds some 96 times a day. Today it has not asked isocpp.org yet.",
  ],
  [
    "where it asks as well",
    about({ kind: "alone" }, [speaking], { day: "", asked: 0 }),
    "This browser asks isocpp.org some 1,500 times a day. It looks at its feeds some 24 times a day. Today it has not asked isocpp.org yet.",
  ],
])("%s", (_, text, expected) => expect(text).toBe(expected));
