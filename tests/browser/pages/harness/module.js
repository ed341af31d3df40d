// Loaded from another origin.
export const answer = 42;
