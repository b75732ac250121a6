package org.medulla.vision.network;

import ai.djl.engine.Engine;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;

/** The engine that computes gradients: libtorch by way of DJL, loaded from what was installed with Medulla. */
public final class Libtorch {
    /** The name by which DJL knows it. */
    public static final String ENGINE = "PyTorch";

    /** The C++ function {@code c10::initLogging()}. */
    private static final String INIT_LOGGING = "_ZN3c1011initLoggingEv";

    private Libtorch() {}

    /** Loads the engine on the first call; it would otherwise look for its libraries on the internet. */
    public static void load() {
        if (System.getProperty("ai.djl.offline") == null) {
            System.setProperty("ai.djl.offline", "true");
        }
        Engine.getEngine(ENGINE);
        SymbolLookup.loaderLookup().find(INIT_LOGGING).ifPresent(Libtorch::call);
    }

    /** Lets libtorch obey TORCH_CPP_LOG_LEVEL, which it reads only when somebody asks it to. */
    private static void call(MemorySegment function) {
        try {
            Linker.nativeLinker()
                    .downcallHandle(function, FunctionDescriptor.ofVoid())
                    .invokeExact();
        } catch (Throwable e) {
            throw new IllegalStateException("libtorch could not set up its log", e);
        }
    }
}
