import "../../components/theme.css";
import "../../components/options/watchlists/watchlists.css";
import "../../components/welcome/welcome.css";
import "../../components/recovery/recovery.css";
import { openPage } from "../../components/open-page.tsx";
import { Welcome } from "../../components/welcome/welcome.tsx";

void openPage("welcome_title", <Welcome />);
