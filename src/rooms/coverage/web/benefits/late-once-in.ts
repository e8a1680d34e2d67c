/** Of benefits that are taken into service on a day: how many are overdue from then on, as their due date has passed. */
export function countLate(benefits: readonly { readonly dueDate: string | null }[], day: string): number {
  return benefits.filter(({ dueDate }) => dueDate !== null && dueDate < day).length;
}
