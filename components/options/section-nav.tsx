import { useEffect, useState } from "preact/hooks";
import { type MessageKey, translate } from "../../lib/language/translate.ts";
import "./section-nav.css";

/** The sections of the page by their ids, in its order. */
const SECTIONS = {
  watchlists: "watchlists",
  settings: "settings",
  notifications: "settings_telling",
  work: "work",
  data: "data",
  about: "about",
} as const satisfies Record<string, MessageKey>;

type SectionId = keyof typeof SECTIONS;
const IDS = Object.keys(SECTIONS) as SectionId[];
/** A section is current once its beginning has come so far up, as a part of the window's height. */
const READING_LINE = 0.3;

/** Ways to the sections of a long page; the one that is being read is marked. */
export function SectionNav() {
  const current = useCurrentSection();
  return (
    <nav class="section-nav" aria-label={translate("sections")}>
      <ul>
        {IDS.map((id) => (
          <li key={id}>
            <a href={`#${id}`} aria-current={id === current ? "location" : undefined}>
              {translate(SECTIONS[id])}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function useCurrentSection(): SectionId | undefined {
  const [current, setCurrent] = useState<SectionId>();
  useEffect(() => {
    let frame = 0;
    const look = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => setCurrent(sectionBeingRead()));
    };
    look();
    addEventListener("scroll", look, { passive: true });
    addEventListener("resize", look);
    return () => {
      cancelAnimationFrame(frame);
      removeEventListener("scroll", look);
      removeEventListener("resize", look);
    };
  }, []);
  return current;
}

function sectionBeingRead(): SectionId | undefined {
  const { scrollTop, clientHeight, scrollHeight } = document.documentElement;
  // The last sections may be too short to come up to the line.
  const line = scrollTop > 0 && scrollTop + clientHeight >= scrollHeight - 1 ? clientHeight : clientHeight * READING_LINE;
  return IDS.findLast((id) => (document.getElementById(id)?.getBoundingClientRect().top ?? Number.POSITIVE_INFINITY) <= line) ?? IDS[0];
}
