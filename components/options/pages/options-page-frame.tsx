import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";
import { translate } from "../../../lib/language/translate.ts";
import { useTitle } from "../../library/use-title.ts";
import { namesOptionsPage, OPTIONS_PAGES, type OptionsPage } from "./options-pages.ts";

interface OptionsPageFrameProps {
  page: OptionsPage;
  children: ComponentChildren;
}

/** One page of the options below its heading, which takes the focus whenever an address has led here. */
export function OptionsPageFrame({ page, children }: OptionsPageFrameProps) {
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const name = translate(OPTIONS_PAGES[page]);
  useTitle(name);
  useEffect(() => {
    const arrive = () => {
      if (!namesOptionsPage(location.hash)) return;
      scrollTo(0, 0);
      heading.current?.focus({ preventScroll: true });
    };
    arrive();
    addEventListener("hashchange", arrive);
    return () => removeEventListener("hashchange", arrive);
  }, []);
  return (
    <section id={page} class="options-page" aria-labelledby={id}>
      <h1 id={id} ref={heading} tabIndex={-1}>
        {name}
      </h1>
      {children}
    </section>
  );
}
