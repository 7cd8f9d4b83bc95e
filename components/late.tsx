import type { ComponentChild, ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";

/** A component that is loaded when it is first drawn, so that no page has to load it before it is wanted; `meanwhile` stands in its place. */
export function late<Props extends object>(load: () => Promise<ComponentType<Props>>, meanwhile: ComponentChild = null): (props: Props) => ComponentChild {
  let loaded: ComponentType<Props> | undefined;
  return (props) => {
    const [, setLoaded] = useState(loaded !== undefined);
    const [failure, setFailure] = useState<{ error: unknown }>();
    useEffect(() => {
      if (loaded) return;
      load().then(
        (component) => {
          loaded = component;
          setLoaded(true);
        },
        (error) => setFailure({ error }),
      );
    }, []);
    if (failure) throw failure.error;
    const Loaded = loaded;
    return Loaded ? <Loaded {...props} /> : meanwhile;
  };
}
