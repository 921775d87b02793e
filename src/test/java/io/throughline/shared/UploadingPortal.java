package io.throughline.shared;

/** A portal in the middle of an upload, to be killed. */
final class UploadingPortal {

    private UploadingPortal() {}

    public static void main(String[] args) throws Exception {
        System.out.println(TemporaryFiles.create());
        System.in.read();
    }
}
