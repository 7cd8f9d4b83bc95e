import "../../components/theme.css";
import "../../components/options/options.css";
import "../../components/recovery/recovery.css";
import { render } from "preact";
import { openPage } from "../../components/open-page.tsx";
import { Options } from "../../components/options/options.tsx";
import { OptionsHead } from "../../components/options/options-head.tsx";

render(<OptionsHead />, document.getElementById("head") as HTMLElement);

void openPage("options_title", <Options />);
