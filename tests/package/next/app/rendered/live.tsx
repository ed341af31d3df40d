"use client";

import "plan-widgets";

export const Live = () => null;
