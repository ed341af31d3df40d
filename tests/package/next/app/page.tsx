import { App } from "../../shared/App";

export default function Page() {
  return <App />;
}
