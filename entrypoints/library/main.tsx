import "../../components/theme.css";
import "../../components/library/library.css";
import "../../components/library/search/search-page.css";
import "../../components/library/paper/series-page.css";
import "../../components/library/changes/changes.css";
import "../../components/library/inbox/inbox.css";
import "../../components/recovery/recovery.css";
import { render } from "preact";
import { Library } from "../../components/library/library.tsx";
import { LibraryHead } from "../../components/library/library-head.tsx";
import { openPage } from "../../components/open-page.tsx";

render(<LibraryHead />, document.getElementById("head") as HTMLElement);

void openPage("library_name", <Library />);
