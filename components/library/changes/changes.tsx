import { useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Comparison } from "../../../lib/compare/comparison.ts";
import { translate } from "../../../lib/language/translate.ts";
import { changesBefore, KINDS_OF_TEXT, type KindOfText, sectionsOfKind, showChanges } from "../../../lib/library/changes/shown-changes.ts";
import { useGrowing } from "../../hooks/use-growing.ts";
import { useLetterKeys } from "../../hooks/use-letter-keys.ts";
import { useMatches } from "../../hooks/use-matches.ts";
import { translateCount } from "../../text/format-number.ts";
import { CopiedLine } from "../paper/copied-line.tsx";
import { useCopy } from "../paper/use-copy.ts";
import { AuthorsWords } from "./authors-words.tsx";
import { ChangeSteps } from "./change-steps.tsx";
import { ChangedText } from "./changed-text.tsx";
import { saveChanges } from "./save-changes.ts";
import { SectionList } from "./section-list.tsx";
import { aboutTexts } from "./summary-text.ts";

const WIDE = "(min-width: 1200px)";

interface ChangesProps {
  comparison: Comparison;
  before: string;
  after: string;
}

/** A comparison: the authors' own words, how much differs, the sections, the text. */
export function Changes({ comparison, before, after }: ChangesProps) {
  const { verdict, changelog, sections } = comparison;
  const [copied, copy] = useCopy();
  return (
    <div class="changes">
      <AuthorsWords changelog={changelog} id={after} />
      <section aria-labelledby="changes-summary">
        <h2 id="changes-summary">{translate("changes_summary")}</h2>
        {aboutTexts(comparison, before, after).map(({ text, look }) => (
          <p key={text} class={look}>
            {text}
          </p>
        ))}
        <div class="changes-actions">
          <button type="button" onClick={() => void copy(location.href, translate("cite_link"))}>
            {translate("changes_copy_link")}
          </button>
          <button type="button" onClick={() => print()}>
            {translate("changes_print")}
          </button>
          <button type="button" onClick={() => saveChanges(comparison, before, after)}>
            {translate("changes_save")}
          </button>
        </div>
      </section>
      {verdict !== "same" && <Sections sections={sections} verdict={verdict} />}
      {sections.length === 0 && <p>{translate("changes_none")}</p>}
      <CopiedLine copied={copied} />
    </div>
  );
}

/** Which sections differ, and their text; where it is told that most of it differs, only once somebody asks for it. */
function Sections({ sections, verdict }: Pick<Comparison, "sections" | "verdict">) {
  const [kind, setKind] = useState<KindOfText>("all");
  const [isAnyway, setAnyway] = useState(false);
  const [unfolded, setUnfolded] = useState<ReadonlySet<string>>(new Set());
  const [current, setCurrent] = useState(0);
  const wanted = useRef<string>(undefined);
  const isWide = useMatches(WIDE);
  const hasText = verdict === "changed" || isAnyway;
  const ofKind = useMemo(() => sectionsOfKind(sections, kind), [sections, kind]);
  const shown = useMemo(() => showChanges(sections, kind, unfolded), [sections, kind, unfolded]);
  const [count, draw] = useGrowing(hasText ? shown.chunks.length : 0, ofKind);
  const total = shown.chunkOfChange.length;
  useLayoutEffect(() => {
    const target = wanted.current !== undefined && document.querySelector<HTMLElement>(wanted.current);
    if (!target) return;
    wanted.current = undefined;
    target.focus({ preventScroll: true });
    target.scrollIntoView({ block: "center" });
  });
  const goTo = (place: string, chunk: number) => {
    wanted.current = place;
    draw(chunk + 1);
  };
  const goToChange = (number: number) => {
    const chunk = shown.chunkOfChange[number - 1];
    if (chunk === undefined || !hasText) return;
    setCurrent(number);
    goTo(`[data-change="${number}"]`, chunk);
  };
  const goToSection = (at: number) => {
    const chunk = shown.chunks.findIndex(({ section }) => section?.at === at);
    if (chunk < 0) return;
    setAnyway(true);
    setCurrent(changesBefore(shown, chunk));
    goTo(`[data-section="${at}"]`, chunk);
  };
  const show = () => {
    setAnyway(true);
    wanted.current = "#changed-text";
  };
  const choose = (kind: KindOfText) => {
    setKind(kind);
    setUnfolded(new Set());
    setCurrent(0);
  };
  const next = () => goToChange(current < total ? current + 1 : 1);
  const previous = () => goToChange(current > 1 ? current - 1 : total);
  const hasKeys = useLetterKeys({ n: next, p: previous });
  const unfold = (key: string) => {
    setUnfolded((before) => new Set([...before, key]));
    wanted.current = `[data-block="${key}"]`;
  };
  return (
    <>
      {!hasText && (
        <div class="note">
          <p>{translate(verdict === "different" ? "changes_different" : "changes_unrelated")}</p>
          <p>
            <button type="button" onClick={show}>
              {translate("changes_anyway")}
            </button>
          </p>
        </div>
      )}
      <section aria-labelledby="changed-sections">
        <h2 id="changed-sections">{translate("changes_sections")}</h2>
        <fieldset class="kinds">
          <legend>{translate("changes_show")}</legend>
          {KINDS_OF_TEXT.map((one) => (
            <label key={one}>
              <input type="radio" name="kind" checked={one === kind} onChange={() => choose(one)} />
              {translate(`changes_kind_${one}`)}
            </label>
          ))}
        </fieldset>
        <SectionList sections={ofKind} onGo={goToSection} />
      </section>
      {hasText && (
        <section aria-labelledby="changed-text">
          <h2 id="changed-text" tabIndex={-1}>
            {translate("changes_text")}
          </h2>
          {total === 0 ? <p>{translate("changes_none")}</p> : <p class="help">{translateCount("changes_count", total)}</p>}
          {total > 0 && <ChangeSteps current={current} total={total} onNext={next} onPrevious={previous} hasKeys={hasKeys} />}
          <ChangedText chunks={shown.chunks.slice(0, count)} isWide={isWide} onUnfold={unfold} />
        </section>
      )}
    </>
  );
}
