/** The list that stands nearest before an element: its rows are the element's children. */
export function listBefore(element: Element): Element | null {
  for (let at = element.previousElementSibling; at; at = at.previousElementSibling) {
    const list = at.matches("ul, ol") ? at : at.querySelector("tbody, ul, ol");
    if (list) return list;
  }
  return null;
}

/** Something that does not take the focus by itself, made so that it can be given to it. */
export function focusable<T extends HTMLElement>(element: T): T {
  if (!element.hasAttribute("tabindex")) element.tabIndex = -1;
  return element;
}
