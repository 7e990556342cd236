import { PageFailure } from "./PageFailure.tsx";

/** Where everything ends that broke outside of the frame that pages stand in. */
export function ErrorPage() {
  return (
    <main className="shell-alone">
      <PageFailure />
    </main>
  );
}
