import "graphiql/setup-workers/vite";
import "graphiql/style.css";
import "./sandbox.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { Sandbox } from "./Sandbox.tsx";

const root = document.getElementById("sandbox");
if (!root) throw new Error("sandbox.html has no #sandbox");

createRoot(root).render(
  <StrictMode>
    <Sandbox />
  </StrictMode>,
);
