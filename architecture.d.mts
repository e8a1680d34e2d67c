export const rooms: readonly { readonly name: string; readonly keeps: string }[];
export const engines: readonly string[];
export const grounds: readonly string[];
