package io.throughline.shared;

/** A security principal that knows whom it stands for. */
public interface ViewerHolder {
    Viewer viewer();
}
