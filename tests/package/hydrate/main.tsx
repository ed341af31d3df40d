import { StrictMode } from "react";
import { hydrateRoot } from "react-dom/client";
import { App } from "../shared/App";

hydrateRoot(
  document.getElementById("root")!,
  <StrictMode>
    <App />
  </StrictMode>,
  {
    onRecoverableError: (error) => console.error("recovered from", error),
  },
);
