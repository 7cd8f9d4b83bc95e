import "../../components/theme.css";
import "../../components/options/options.css";
import "../../components/options/watchlists/watchlists.css";
import "../../components/options/work/work.css";
import "../../components/recovery/recovery.css";
import { openPage } from "../../components/open-page.tsx";
import { Options } from "../../components/options/options.tsx";

void openPage("options_title", <Options />);
