import { useSyncExternalStore } from 'react';

/** Kept in this browser: whoever speaks to the computer does not want a spoken word to press R (WCAG 2.1.4). */
const place = 'sluitend.letter-key';
const changed = new EventTarget();

/** Whether R works on a page where nothing has the focus; where the list has it, R always works. */
export function hasLetterKey(): boolean {
  return window.localStorage.getItem(place) !== 'off';
}

export function switchLetterKey(isOn: boolean): void {
  if (isOn) window.localStorage.removeItem(place);
  else window.localStorage.setItem(place, 'off');
  changed.dispatchEvent(new Event('change'));
}

export function useLetterKey(): boolean {
  return useSyncExternalStore((onChange) => {
    changed.addEventListener('change', onChange);
    return () => changed.removeEventListener('change', onChange);
  }, hasLetterKey);
}
