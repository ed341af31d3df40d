"use client";

export { App as default } from "../../shared/App";
