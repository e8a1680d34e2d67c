import { Component, type ReactNode } from 'react';

interface ErrorBoundaryProps {
  /** What stands in the place of what could not be drawn. */
  readonly fallback: (onRetry: () => void) => ReactNode;
  readonly children: ReactNode;
}

/** Keeps a fault in drawing to its own part of the page; give it a key, so that another page begins anew. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { readonly hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override render() {
    return this.state.hasFailed ? this.props.fallback(() => this.setState({ hasFailed: false })) : this.props.children;
  }
}
